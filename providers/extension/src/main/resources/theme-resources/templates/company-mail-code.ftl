<#-- SPDX-License-Identifier: Apache-2.0 -->
<#import "template.ftl" as layout>
<#import "company-step.ftl" as step>
<@layout.registrationLayout displayMessage=false; section>
    <#if section = "header">
        ${msg("companyCodeTitle")}
    <#elseif section = "form">
        <@step.style/>
        <form id="company-code" class="${properties.kcFormClass!}" action="${url.loginAction}" method="post">
            <@step.facts/>
            <#if companyCodeLive>
                <p id="company-code-sent" class="company-step-text">${companyCodeNew???then(msg("companyCodeSentAgain", companyCodeAddress, companyCodeMinutes?c), msg("companyCodeSent", companyCodeAddress, companyCodeMinutes?c))}</p>
                <@step.field name="code" label=msg("companyCode") kind="text" most=20 described="company-step-help company-code-sent"/>
                <@step.actions>
                    <@step.button id="company-code-confirm" name="confirm" label=msg("companyCodeConfirm")/>
                    <@step.button id="company-code-again" name="again" label=msg("companyCodeAgain") primary=false unchecked=true/>
                </@step.actions>
            <#else>
                <@step.help name="code"/>
                <p id="company-code-where" class="company-step-text">${msg("companyCodeWhere", companyCodeAddress)}</p>
                <@step.actions>
                    <@step.button id="company-code-send" name="again" label=msg("companyCodeSend") focused=!companyStep.choices?has_content/>
                </@step.actions>
            </#if>
        </form>
    </#if>
</@layout.registrationLayout>
