[#-- Doc comments. What a package of its own exports has to say that it is for everybody. --]
[#macro comment]
[#if sharesTypes]
/**
 * [#nested]
 *
 * @public
 */[#rt]
[#else]
/** [#nested] */[#rt]
[/#if]
[/#macro]

[#macro public]
[#if sharesTypes]
/** @public */
[/#if]
[/#macro]
