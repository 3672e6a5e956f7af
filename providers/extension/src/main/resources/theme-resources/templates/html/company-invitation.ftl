<#-- SPDX-License-Identifier: Apache-2.0 -->
<#-- Old tags and attributes, because mail programs know them all; the colours are the theme's. -->
<#import "template.ftl" as layout>
<@layout.emailLayout>
<p>${(firstName?has_content)?then(msg("companyMailGreetingName", firstName!), msg("companyMailGreeting"))}</p>
<p><#if inviter?has_content>${msg("companyJoinInvites", inviter, company)}<#else>${msg("companyJoinInvited", company)}</#if><#if roles?has_content> ${msg("companyInvitationMailRoles", roles)}</#if></p>
<#if message?has_content>
<table role="presentation" border="0" cellspacing="0" cellpadding="0" width="100%">
  <tr>
    <td width="4" bgcolor="${properties.brandColor!"#0066cc"}">&#160;</td>
    <td width="12">&#160;</td>
    <td><#list message?split("\r\n|\r|\n", "r") as line>${line}<#sep><br></#list></td>
  </tr>
</table>
<br>
</#if>
<table role="presentation" border="0" cellspacing="0" cellpadding="14" bgcolor="${properties.brandColor!"#0066cc"}">
  <tr>
    <td class="company-mail-button">&#160;</td>
    <td class="company-mail-button"><a href="${link}"><font color="#ffffff"><b>${msg("companyInvitationMailButton")}</b></font></a></td>
    <td class="company-mail-button">&#160;</td>
  </tr>
</table>
<br>
<p>${msg("companyInvitationMailUntil", until)}</p>
<p><small>${msg("companyInvitationMailCopy")}<br><a href="${link}">${link}</a></small></p>
<p><small>${msg("companyInvitationMailUnwanted")} <a href="${declineLink}">${msg("companyInvitationMailDecline")}</a></small></p>
<p>${msg("companyMailSignature", realmName)}</p>
</@layout.emailLayout>
