<#ftl output_format="plainText">
<#-- SPDX-License-Identifier: Apache-2.0 -->
${(firstName?has_content)?then(msg("companyMailGreetingName", firstName!), msg("companyMailGreeting"))}

<#if inviter?has_content>${msg("companyJoinInvites", inviter, company)}<#else>${msg("companyJoinInvited", company)}</#if><#if roles?has_content> ${msg("companyInvitationMailRoles", roles)}</#if>
<#if message?has_content>

<#list message?split("\r\n|\r|\n", "r") as line>
> ${line}
</#list>
</#if>

${msg("companyInvitationMailButton")}:
${link}

${msg("companyInvitationMailUntil", until)}

${msg("companyInvitationMailUnwanted")} ${msg("companyInvitationMailDecline")}:
${declineLink}

${msg("companyMailSignature", realmName)}
