/** What can be asked for: features and services, read from the index of the templates. Renders nothing. */
package dev.backstagegen.feature;
