<#-- SPDX-License-Identifier: Apache-2.0 -->
<#import "template.ftl" as layout>
<#import "company-step.ftl" as step>
<@layout.registrationLayout displayMessage=false; section>
    <#if section = "header">
        ${msg("companyCodeTitle")}
    <#elseif section = "form">
        <form id="company-code" class="${properties.kcFormClass!}" action="${url.loginAction}" method="post">
            <@step.facts/>
            <#if companyCodeLive>
                <p id="company-code-sent">${msg("companyCodeSent", companyCodeAddress, companyCodeMinutes?c)}</p>
            <#else>
                <p id="company-code-where">${msg("companyCodeWhere", companyCodeAddress)}</p>
            </#if>
            <div class="${properties.kcFormGroupClass!}">
                <#if companyCodeLive>
                    <div class="${properties.kcFormGroupLabelClass!}">
                        <label for="code" class="${properties.kcFormLabelClass!properties.kcLabelClass!}"><span class="${properties.kcFormLabelTextClass!}">${msg("companyCode")}</span></label>
                    </div>
                    <span class="${properties.kcInputClass!} <#if messagesPerField.existsError("code")>${properties.kcError!}</#if>">
                        <input id="code" name="code" type="text" inputmode="numeric" autocomplete="one-time-code" maxlength="20" required autofocus class="${properties.kcInputClass!}" aria-invalid="${messagesPerField.existsError("code")?c}" aria-describedby="company-step-help" />
                    </span>
                </#if>
                <@step.help name="code"/>
            </div>
            <#if companyCodeLive>
                <button id="company-code-confirm" type="submit" name="confirm" value="1" class="${properties.kcButtonClass!} ${properties.kcButtonPrimaryClass!} ${properties.kcButtonBlockClass!} ${properties.kcButtonLargeClass!}">${msg("companyCodeConfirm")}</button>
                <button id="company-code-again" type="submit" name="again" value="1" formnovalidate class="${properties.kcButtonClass!} ${properties.kcButtonSecondaryClass!properties.kcButtonDefaultClass!} ${properties.kcButtonBlockClass!} ${properties.kcButtonLargeClass!}">${msg("companyCodeAgain")}</button>
            <#else>
                <button id="company-code-send" type="submit" name="again" value="1" class="${properties.kcButtonClass!} ${properties.kcButtonPrimaryClass!} ${properties.kcButtonBlockClass!} ${properties.kcButtonLargeClass!}">${msg("companyCodeSend")}</button>
            </#if>
            <@step.cancel/>
        </form>
    </#if>
</@layout.registrationLayout>
