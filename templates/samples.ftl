[#-- What tests insert: the call that makes a resource, in which n tells one from another. --]
[#function one resource n]
  [#return resource.refers?then("await sample" + resource.type + "(client, " + n + ")", "sample" + resource.type + "(" + n + ")")]
[/#function]
