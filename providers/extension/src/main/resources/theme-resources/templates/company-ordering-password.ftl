<#-- SPDX-License-Identifier: Apache-2.0 -->
<#import "template.ftl" as layout>
<#import "company-step.ftl" as step>
<@layout.registrationLayout displayMessage=false; section>
    <#if section = "header">
        ${msg("companyOrderingTitle")}
    <#elseif section = "form">
        <@step.style/>
        <form id="company-ordering" class="${properties.kcFormClass!}" action="${url.loginAction}" method="post">
            <@step.facts/>
            <@step.field name="orderingPassword" label=msg("companyOrderingPassword") kind="password" most=512 described="company-step-help company-ordering-hint"/>
            <p id="company-ordering-hint" class="company-step-text">${msg("companyOrderingHint")}</p>
            <@step.actions>
                <@step.button id="company-ordering-confirm" name="confirm" label=msg("companyOrderingConfirm")/>
            </@step.actions>
        </form>
    </#if>
</@layout.registrationLayout>
