/** What the rules find in the plugins of a repository, and what is made of it: settings, baseline, repairs. */
package dev.backstagegen.check;
