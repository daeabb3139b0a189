[#-- Which methods of a resource's service ask who is calling; all are told. A change always does, as a trace is left of who made it. --]
[#function asks verb]
  [#return checksPermissions || ["create", "update", "delete"]?seq_contains(verb) || (keepsOwners && verb == "list")]
[/#function]

[#-- Which of them leave a trace, with the request they came by. --]
[#function traces verb]
  [#return audits && (verb == "create" || verb == "update" || verb == "delete")]
[/#function]

[#-- Whether a resource's service needs to know who somebody is. --]
[#function needed resource]
  [#return resource.changes || (keepsOwners && resource.can.list)]
[/#function]

[#-- Whether a resource's service has something to log: its changes, unless they are audited, and what it cannot tell others. --]
[#function logs resource]
  [#return resource.changes && (!audits || exchangesEvents)]
[/#function]
