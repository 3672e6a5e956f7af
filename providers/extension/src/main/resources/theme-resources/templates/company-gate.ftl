<#-- SPDX-License-Identifier: Apache-2.0 -->
<#import "template.ftl" as layout>
<@layout.registrationLayout displayMessage=false; section>
    <#if section = "header">
        ${msg("companyGateTitle")}
    <#elseif section = "form">
        <div id="company-gate" class="${properties.kcFormClass!}">
            <p>${msg("companyGateText", companyNames)}</p>
            <#if companyReason?has_content>
                <p id="company-gate-reason">${companyReason}</p>
            </#if>
            <p>${msg("companyGateWhatNow")}</p>
            <a id="company-gate-other-account" class="${properties.kcButtonClass!} ${properties.kcButtonPrimaryClass!} ${properties.kcButtonBlockClass!} ${properties.kcButtonLargeClass!}" href="${url.loginRestartFlowUrl}">${msg("companyGateOtherAccount")}</a>
        </div>
    </#if>
</@layout.registrationLayout>
