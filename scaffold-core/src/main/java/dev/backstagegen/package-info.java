/** The front door: an order goes in, a draft comes out, a draft is applied. Holds no logic of its own. */
package dev.backstagegen;
