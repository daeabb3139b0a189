/**
 * Permissions and types of the [=plugin.text] plugin.
 *
 * @packageDocumentation
 */
export * from './permissions';
[#if keepsResources]
export * from './types';
[/#if]
