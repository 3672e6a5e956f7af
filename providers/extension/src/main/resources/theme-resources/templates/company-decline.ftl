<#-- SPDX-License-Identifier: Apache-2.0 -->
<#import "template.ftl" as layout>
<@layout.registrationLayout displayMessage=false; section>
    <#if section = "header">
        ${msg("companyDeclineTitle")}
    <#elseif section = "form">
        <form id="company-decline" class="${properties.kcFormClass!}" action="${companyDeclineAddress}" method="post">
            <p><#if companyInvitation.inviter?has_content>${msg("companyJoinInvites", companyInvitation.inviter, companyInvitation.company)}<#else>${msg("companyJoinInvited", companyInvitation.company)}</#if></p>
            <p>${msg("companyDeclineText")}</p>
            <button id="company-decline-yes" type="submit" class="${properties.kcButtonClass!} ${properties.kcButtonPrimaryClass!} ${properties.kcButtonBlockClass!} ${properties.kcButtonLargeClass!}">${msg("companyDeclineYes")}</button>
            <a id="company-decline-no" class="${properties.kcButtonClass!} ${properties.kcButtonSecondaryClass!properties.kcButtonDefaultClass!} ${properties.kcButtonBlockClass!} ${properties.kcButtonLargeClass!}" href="${companyBackAddress}">${msg("companyDeclineNo")}</a>
        </form>
    </#if>
</@layout.registrationLayout>
