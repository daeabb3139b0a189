/** What the plugin's tests prove. */
package dev.backstagegen.rule.tests;
