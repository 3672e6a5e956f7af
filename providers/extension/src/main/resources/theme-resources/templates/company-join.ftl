<#-- SPDX-License-Identifier: Apache-2.0 -->
<#import "template.ftl" as layout>
<@layout.registrationLayout displayMessage=false; section>
    <#if section = "header">
        ${msg("companyJoinTitle", companyInvitation.company)}
    <#elseif section = "form">
        <form id="company-join" class="${properties.kcFormClass!}" action="${url.loginAction}" method="post">
            <p id="company-join-who"><#if companyInvitation.inviter?has_content>${msg("companyJoinInvites", companyInvitation.inviter, companyInvitation.company)}<#else>${msg("companyJoinInvited", companyInvitation.company)}</#if><#if companyInvitation.roles?has_content> ${msg((companyInvitation.roles?size == 1)?then("companyJoinRole", "companyJoinRoles"), companyInvitation.roles?join(", "))}</#if></p>
            <#if companyInvitation.message?has_content>
                <div id="company-join-message" class="${properties.kcPanelClass!}">
                    <div class="${properties.kcPanelMainClass!}">
                        <div class="${properties.kcPanelMainBodyClass!}"><#list companyInvitation.message as line>${line}<#sep><br></#list></div>
                    </div>
                </div>
            </#if>
            <p id="company-join-as">${msg("companyJoinSignedInAs", companySignedInAs)} <a id="company-join-other-account" href="${url.loginRestartFlowUrl}">${msg("companyGateOtherAccount")}</a></p>
            <button id="company-join-accept" type="submit" name="accept" value="1" class="${properties.kcButtonClass!} ${properties.kcButtonPrimaryClass!} ${properties.kcButtonBlockClass!} ${properties.kcButtonLargeClass!}">${msg("companyJoinAccept")}</button>
            <button id="company-join-decline" type="submit" name="decline" value="1" class="${properties.kcButtonClass!} ${properties.kcButtonSecondaryClass!properties.kcButtonDefaultClass!} ${properties.kcButtonBlockClass!} ${properties.kcButtonLargeClass!}">${msg("companyJoinDecline")}</button>
        </form>
    </#if>
</@layout.registrationLayout>
