/**
 * Style for readers that know style sheets; everything that must hold everywhere stands inline besides.
 * Dark: the surface and the letters change, the brand's colour stays.
 */
export const MAIL_STYLE = `
:root{color-scheme:light dark;supported-color-schemes:light dark}
body{margin:0;padding:0;width:100%;-webkit-text-size-adjust:100%}
table{border-collapse:collapse}
img{border:0;display:block;line-height:100%;text-decoration:none}
@media (max-width:620px){.card{width:100%!important}.pad{padding-left:20px!important;padding-right:20px!important}.title{font-size:24px!important}}
@media (prefers-color-scheme:dark){
.ground{background:#131517!important}
.card{background:#1d2023!important}
.ink{color:#f2f3f4!important}
.soft{color:#a9b0b6!important}
.line{border-color:#34393d!important}
.rest{background:#3b4146!important}
}`.trim();

export const INK = "#1b1d1f";
export const SOFT = "#5f666c";
export const LINE = "#e6e8ea";
export const GROUND = "#f3f4f5";
export const REST = "#dfe2e5";
