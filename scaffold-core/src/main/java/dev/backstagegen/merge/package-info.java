/** Three texts of one file become one, or say where somebody has to decide. Knows nothing of plugins or disks. */
package dev.backstagegen.merge;
