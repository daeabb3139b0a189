[#-- Which methods of a resource's service need to know who is calling. --]
[#function asks verb]
  [#return checksPermissions || verb == "create" || (audits && (verb == "update" || verb == "delete")) || (keepsOwners && (verb == "list" || verb == "update"))]
[/#function]

[#-- Whether a resource's service needs to know who somebody is. --]
[#function needed resource]
  [#return resource.can.create || (audits && (resource.can.update || resource.can.delete)) || (keepsOwners && (resource.can.list || resource.can.update))]
[/#function]

[#-- Whether a resource's service has something to log. --]
[#function logs resource]
  [#return resource.changes && exchangesEvents]
[/#function]
