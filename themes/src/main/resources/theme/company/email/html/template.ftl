<#-- SPDX-License-Identifier: Apache-2.0 -->
<#-- Every HTML mail is built on this macro. Tables and inline style, because mail programs understand little else;
     no pictures, because they are blocked until the reader allows them. Uses nothing that is missing outside a request. -->
<#macro emailLayout>
<!DOCTYPE html>
<html lang="${locale.language}" dir="${(ltr)?then('ltr','rtl')}">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <meta name="color-scheme" content="light dark">
  <meta name="supported-color-schemes" content="light dark">
  <title>${(subject)!''}</title>
  <style>
    .brand-card p { margin: 0 0 16px; }
    .brand-card p:last-child { margin-bottom: 0; }
    .brand-card a { color: ${properties.brandColor}; font-weight: 600; overflow-wrap: anywhere; }
    @media (prefers-color-scheme: dark) {
      .brand-page { background-color: #0e1518 !important; }
      .brand-card { background-color: #182125 !important; color: #e6eff1 !important; border-color: #3a474c !important; }
      .brand-card a { color: ${properties.brandColorDark} !important; }
      .brand-foot { color: #a3b3b8 !important; }
    }
  </style>
</head>
<body class="brand-page" style="margin:0;padding:0;background-color:#eef3f4;">
<table role="presentation" class="brand-page" width="100%" cellspacing="0" cellpadding="0" border="0" style="background-color:#eef3f4;">
  <tr>
    <td align="center" style="padding:24px 12px;">
      <table role="presentation" width="100%" cellspacing="0" cellpadding="0" border="0" style="max-width:600px;font-family:'Segoe UI',Roboto,'Helvetica Neue',Arial,sans-serif;">
        <tr>
          <td style="padding:18px 28px;background-color:${properties.brandColor};border-radius:8px 8px 0 0;color:#ffffff;font-size:19px;font-weight:600;">${(realmName)!''}</td>
        </tr>
        <tr>
          <td class="brand-card" style="padding:28px;background-color:#ffffff;border:1px solid #c9d6d9;border-top:0;border-radius:0 0 8px 8px;color:#1d2b30;font-size:16px;line-height:1.5;">
            <#nested>
          </td>
        </tr>
        <tr>
          <td class="brand-foot" style="padding:16px 28px;color:#55656a;font-size:13px;line-height:1.5;">${msg("companyBrandMailFooter", (realmName)!'')}</td>
        </tr>
      </table>
    </td>
  </tr>
</table>
</body>
</html>
</#macro>
