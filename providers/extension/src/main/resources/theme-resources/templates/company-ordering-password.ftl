<#-- SPDX-License-Identifier: Apache-2.0 -->
<#import "template.ftl" as layout>
<#import "company-step.ftl" as step>
<@layout.registrationLayout displayMessage=false; section>
    <#if section = "header">
        ${msg("companyOrderingTitle")}
    <#elseif section = "form">
        <form id="company-ordering" class="${properties.kcFormClass!}" action="${url.loginAction}" method="post">
            <@step.facts/>
            <div class="${properties.kcFormGroupClass!}">
                <div class="${properties.kcFormGroupLabelClass!}">
                    <label for="orderingPassword" class="${properties.kcFormLabelClass!properties.kcLabelClass!}"><span class="${properties.kcFormLabelTextClass!}">${msg("companyOrderingPassword")}</span></label>
                </div>
                <#-- "one-time-code" keeps password managers from filling in, or saving over, the person's own password -->
                <span class="${properties.kcInputClass!} <#if messagesPerField.existsError("orderingPassword")>${properties.kcError!}</#if>">
                    <input id="orderingPassword" name="orderingPassword" type="password" autocomplete="one-time-code" spellcheck="false" maxlength="512" required autofocus class="${properties.kcInputClass!}" aria-invalid="${messagesPerField.existsError("orderingPassword")?c}" aria-describedby="company-ordering-hint company-step-help" />
                </span>
                <@step.help name="orderingPassword"/>
            </div>
            <p id="company-ordering-hint">${msg("companyOrderingHint")}</p>
            <button id="company-ordering-confirm" type="submit" name="confirm" value="1" class="${properties.kcButtonClass!} ${properties.kcButtonPrimaryClass!} ${properties.kcButtonBlockClass!} ${properties.kcButtonLargeClass!}">${msg("companyOrderingConfirm")}</button>
            <@step.cancel/>
        </form>
    </#if>
</@layout.registrationLayout>
