/** Where the user has put what was generated, and what he calls it. Knows nothing of what is generated, nor of disks. */
package dev.backstagegen.moved;
