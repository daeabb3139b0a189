/**
 * What would change: pure functions of trees. Knows the texts before and after; never touches the disk,
 * never knows where a text came from.
 */
package dev.backstagegen.plan;
