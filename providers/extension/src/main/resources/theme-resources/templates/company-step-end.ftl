<#-- SPDX-License-Identifier: Apache-2.0 -->
<#import "template.ftl" as layout>
<#import "company-step.ftl" as step>
<@layout.registrationLayout displayMessage=false; section>
    <#if section = "header">
        ${msg(companyStepEnd.key + "Title", companyStepEnd.first, companyStepEnd.second)}
    <#elseif section = "form">
        <@step.style/>
        <form id="company-step-end" class="${properties.kcFormClass!}" action="${url.loginAction}" method="post" data-end="${companyStepEnd.key}">
            <p class="company-step-text">${msg(companyStepEnd.key + "Text", companyStepEnd.first, companyStepEnd.second)}</p>
            <p class="company-step-text">${msg(companyStepEnd.key + "Next", companyStepEnd.first, companyStepEnd.second)}</p>
            <div class="company-step-actions">
                <@step.button id="company-step-back" name="cancel-aia" label=msg("companyStepBack")/>
            </div>
        </form>
    </#if>
</@layout.registrationLayout>
