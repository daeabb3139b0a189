/** Features become files. Never reads the disk, and never asks for a feature by its name. */
package dev.backstagegen.render;
