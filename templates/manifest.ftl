[#-- What the package.json of each package of the plugin has in common. --]
[#macro entries of]
[#list of as each]
    "[=each.name]": "[=each.range]"[#sep],[/#sep]
[/#list]
[/#macro]

[#macro pluginPackages]
    "pluginPackages": [
[#list packages as name]
      "[=name]"[#sep],[/#sep]
[/#list]
    ]
[/#macro]
