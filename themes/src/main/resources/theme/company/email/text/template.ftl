<#ftl output_format="plainText">
<#-- SPDX-License-Identifier: Apache-2.0 -->
<#-- Keycloak's text mails stand alone; those that people get most are put on this macro. -->
<#macro emailLayout>
${(realmName)!''}
${''?left_pad(((realmName)!'')?length, '=')}

<#nested>

-- 
${msg("companyBrandMailFooter", (realmName)!'')}
</#macro>
