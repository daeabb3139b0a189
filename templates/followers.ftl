[#-- What the database changes by itself when one of a resource is deleted: the references to it that do not prevent that. --]
[#function of resource]
  [#local follows = resource.fields?filter(field -> (field.onDelete!"") == "cascade")?has_content]
  [#return (resource.can.delete || follows)?then(resource.referrers?filter(each -> each.onDelete != "restrict"), [])]
[/#function]

[#function exist]
  [#return resources?filter(each -> of(each)?has_content)?has_content]
[/#function]
