<#-- SPDX-License-Identifier: Apache-2.0 -->
<#import "template.ftl" as layout>
<@layout.registrationLayout displayMessage=false; section>
    <#if section = "header">
        ${msg("companyJoinTitle", companyName)}
    <#elseif section = "form">
        <form id="company-link" class="${properties.kcFormClass!}" action="${url.loginAction}" method="post">
            <p><#if companyInviter?has_content>${msg("companyJoinInvites", companyInviter, companyName)}<#else>${msg("companyJoinInvited", companyName)}</#if> ${msg("companyLinkText")}</p>
            <div class="${properties.kcFormGroupClass!}">
                <div class="${properties.kcFormGroupLabelClass!}">
                    <label for="email" class="${properties.kcFormLabelClass!properties.kcLabelClass!}"><span class="${properties.kcFormLabelTextClass!}">${msg("companyLinkEmail")}</span></label>
                </div>
                <span class="${properties.kcInputClass!} <#if messagesPerField.existsError("email")>${properties.kcError!}</#if>">
                    <input id="email" name="email" type="email" value="${companyEmail}" autocomplete="email" required autofocus class="${properties.kcInputClass!}" aria-invalid="${messagesPerField.existsError("email")?c}" aria-describedby="company-link-help" />
                </span>
                <div id="company-link-help" class="${properties.kcFormHelperTextClass!}" aria-live="polite">
                    <#if messagesPerField.existsError("email")>
                        <div class="${properties.kcInputHelperTextClass!}">
                            <div class="${properties.kcInputHelperTextItemClass!} ${properties.kcError!}">
                                <span id="company-link-error" class="${properties.kcInputErrorMessageClass!}">${messagesPerField.get("email")}</span>
                            </div>
                        </div>
                    </#if>
                    <#if companyDomains?has_content>
                        <div class="${properties.kcInputHelperTextClass!}">
                            <div class="${properties.kcInputHelperTextItemClass!}">
                                <span class="${properties.kcInputHelperTextItemTextClass!}">${msg("companyLinkDomains", companyDomains)}</span>
                            </div>
                        </div>
                    </#if>
                </div>
            </div>
            <button id="company-link-send" type="submit" class="${properties.kcButtonClass!} ${properties.kcButtonPrimaryClass!} ${properties.kcButtonBlockClass!} ${properties.kcButtonLargeClass!}">${msg("companyLinkSend")}</button>
        </form>
    </#if>
</@layout.registrationLayout>
