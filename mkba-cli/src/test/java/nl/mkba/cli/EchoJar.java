package nl.mkba.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;

/** A program that prints how it was called, and its jar. */
final class EchoJar {

    private EchoJar() {}

    public static void main(String[] arguments) {
        System.out.println("folder=" + Path.of("").toAbsolutePath());
        System.out.println("arguments=" + Arrays.toString(arguments));
        System.out.println("java=" + ManagementFactory.getRuntimeMXBean().getInputArguments());
        System.exit(Arrays.equals(arguments, new String[] {"--version"}) ? 0 : 7);
    }

    static Path in(Path folder) throws IOException {
        Path jar = folder.resolve("echo.jar");
        String entry = EchoJar.class.getName().replace('.', '/') + ".class";
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, EchoJar.class.getName());
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file, manifest);
                InputStream code = EchoJar.class.getClassLoader().getResourceAsStream(entry)) {
            out.putNextEntry(new ZipEntry(entry));
            code.transferTo(out);
            out.closeEntry();
        }
        return jar;
    }
}
