<#-- SPDX-License-Identifier: Apache-2.0 -->
<#import "template.ftl" as layout>
<@layout.registrationLayout displayMessage=false; section>
    <#if section = "header">
        ${msg(companyEnd.key + "Title", companyEnd.first, companyEnd.second)}
    <#elseif section = "form">
        <div id="company-end" class="${properties.kcFormClass!}" data-end="${companyEnd.key}">
            <#if companyEnd.textKey?has_content>
                <p>${msg(companyEnd.textKey, "email", companyEnd.first, companyEnd.second)}</p>
            <#else>
                <p>${msg(companyEnd.key + "Text", companyEnd.first, companyEnd.second)}</p>
            </#if>
            <p>${msg(companyEnd.key + "Next", companyEnd.first, companyEnd.second)}</p>
            <#if companyEnd.sendAddress?has_content>
                <form id="company-end-send" action="${companyEnd.sendAddress}" method="post">
                    <button type="submit" class="${properties.kcButtonClass!} ${properties.kcButtonPrimaryClass!} ${properties.kcButtonBlockClass!} ${properties.kcButtonLargeClass!}">${msg(companyEnd.sendKey)}</button>
                </form>
            </#if>
            <#if companyEnd.goAddress?has_content>
                <a id="company-end-go" class="${properties.kcButtonClass!} ${properties.kcButtonPrimaryClass!} ${properties.kcButtonBlockClass!} ${properties.kcButtonLargeClass!}" href="${companyEnd.goAddress}">${msg(companyEnd.goKey)}</a>
            </#if>
            <#if companyEnd.switching>
                <a id="company-end-other-account" class="${properties.kcButtonClass!} ${properties.kcButtonPrimaryClass!} ${properties.kcButtonBlockClass!} ${properties.kcButtonLargeClass!}" href="${url.loginRestartFlowUrl}">${msg("companyGateOtherAccount")}</a>
            </#if>
            <#if companySignedIn??>
                <#assign companySecond = companyEnd.switching || companyEnd.goAddress?has_content || companyEnd.sendAddress?has_content>
                <form id="company-end-continue" action="${url.loginAction}" method="post">
                    <button type="submit" name="cancel-aia" value="1" class="${properties.kcButtonClass!} <#if companySecond>${properties.kcButtonSecondaryClass!properties.kcButtonDefaultClass!}<#else>${properties.kcButtonPrimaryClass!}</#if> ${properties.kcButtonBlockClass!} ${properties.kcButtonLargeClass!}">${msg("companyEndContinue")}</button>
                </form>
            </#if>
        </div>
    </#if>
</@layout.registrationLayout>
