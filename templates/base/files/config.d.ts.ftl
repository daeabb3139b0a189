[#assign keys][@hole name="keys"/][/#assign]
[#if keys?trim?has_content]
export interface Config {
  /** What the [=plugin.text] backend plugin [#if requiresConfiguration]needs to know[#else]can be told[/#if]. */
  [=plugin.camel][#if !requiresConfiguration]?[/#if]: {
[=keys]
  };
}
[/#if]
