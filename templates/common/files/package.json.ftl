[#import "/manifest.ftl" as manifest]
{
  "name": "[=packageOf("common")]",
  "version": "[=plugin.version]",
  "description": "Permissions and types of the [=plugin.text] plugin",
  "license": "[=plugin.license.json]",
[#if plugin.private]
  "private": true,
[/#if]
  "main": "src/index.ts",
  "types": "src/index.ts",
  "publishConfig": {
[#if !plugin.private]
    "access": "public",
[/#if]
[#if plugin.registry??]
    "registry": "[=plugin.registry.json]",
[/#if]
    "main": "dist/index.cjs.js",
    "module": "dist/index.esm.js",
    "types": "dist/index.d.ts"
  },
  "backstage": {
    "role": "common-library",
    "pluginId": "[=plugin.id]",
[@manifest.pluginPackages/]
  },
  "sideEffects": false,
  "scripts": {
    "build": "backstage-cli package build",
    "lint": "backstage-cli package lint",
    "test": "backstage-cli package test",
    "clean": "backstage-cli package clean",
    "prepack": "backstage-cli package prepack",
    "postpack": "backstage-cli package postpack"
  },
  "files": [
    "dist"
  ],
  "dependencies": {
[@manifest.entries dependencies/]
  },
  "devDependencies": {
[@manifest.entries devDependencies/]
  }
}
