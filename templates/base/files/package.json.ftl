[#import "/manifest.ftl" as manifest]
{
  "name": "[=plugin.package]",
  "version": "[=plugin.version]",
  "description": "[=plugin.description.json]",
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
    "types": "dist/index.d.ts"
  },
  "backstage": {
    "role": "backend-plugin",
    "pluginId": "[=plugin.id]",
[@manifest.pluginPackages/]
  },
  "scripts": {
    "start": "backstage-cli package start",
    "build": "backstage-cli package build",
    "lint": "backstage-cli package lint",
    "test": "backstage-cli package test",
    "clean": "backstage-cli package clean",
    "prepack": "backstage-cli package prepack",
    "postpack": "backstage-cli package postpack"
  },
  "files": [
    "dist"[#if hasConfiguration],
    "config.d.ts"[/#if][@hole name="files"/]
  ],
[#if hasConfiguration]
  "configSchema": "config.d.ts",
[/#if]
  "dependencies": {
[@manifest.entries dependencies/]
  },
  "devDependencies": {
[@manifest.entries devDependencies/]
  }
}
