A frontend imports the permissions and the types of what is sent and answered from `[=packageOf("common")]`, as this package does.

