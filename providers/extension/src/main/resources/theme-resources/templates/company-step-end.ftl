<#-- SPDX-License-Identifier: Apache-2.0 -->
<#import "template.ftl" as layout>
<@layout.registrationLayout displayMessage=false; section>
    <#if section = "header">
        ${msg(companyStepEnd.key + "Title", companyStepEnd.first, companyStepEnd.second)}
    <#elseif section = "form">
        <form id="company-step-end" class="${properties.kcFormClass!}" action="${url.loginAction}" method="post" data-end="${companyStepEnd.key}">
            <p>${msg(companyStepEnd.key + "Text", companyStepEnd.first, companyStepEnd.second)}</p>
            <p>${msg(companyStepEnd.key + "Next", companyStepEnd.first, companyStepEnd.second)}</p>
            <button id="company-step-back" type="submit" name="cancel-aia" value="1" class="${properties.kcButtonClass!} ${properties.kcButtonPrimaryClass!} ${properties.kcButtonBlockClass!} ${properties.kcButtonLargeClass!}">${msg("companyStepBack")}</button>
        </form>
    </#if>
</@layout.registrationLayout>
