using System.Globalization;
using System.IO.Compression;
using Ethics.Crm.Analyzers.Benchmarks.FlowCost;

namespace Ethics.Crm.Analyzers.Benchmarks.SideCars;

/// <summary>How large the file is that a library's build writes beside it, what writing it adds to that build, and what reading it adds to the build of a program that uses the library.</summary>
internal static class SideCarsCommand
{
    private const string FileName = "Crm.ethics.json";

    public static int Run(string[] options)
    {
        var lines = Option(options, "--lines", 10_000);
        var rounds = Option(options, "--rounds", 5);
        var root = Directory.CreateTempSubdirectory("side-cars-").FullName;
        Console.Error.WriteLine(root);
        try
        {
            var library = new Sources(root, lines, isLabelled: true);
            var file = Path.Combine(root, FileName);
            var silent = new Build(root, "silent", library.Folder, library.CompilerArguments, Places.CompilerSide.ToArray(), withPolicy: true);
            var writing = new Build(root, "writing", library.Folder, library.CompilerArguments, Places.CompilerSide.ToArray(), withPolicy: true, $"build_property.EthicsCrmSideCarFile = {file}\n");
            writing.Run();
            writing.Uses.Clear();
            var first = File.ReadAllText(file);

            var user = UserArguments(root, library, writing.Output, lines);
            var blind = new Build(root, "blind", library.Folder, user, Places.CompilerSide.ToArray(), withPolicy: true);
            var reading = new Build(root, "reading", library.Folder, user.Append($"/additionalfile:{file}"), Places.CompilerSide.ToArray(), withPolicy: true, $"[{file}]\nbuild_metadata.AdditionalFiles.EthicsSideCar = true\n");
            var builds = new[] { silent, writing, blind, reading };
            for (var round = 0; round < rounds; round++)
            {
                for (var i = 0; i < builds.Length; i++)
                    builds[(i + round) % builds.Length].Run();
                Console.Error.WriteLine($"round {round + 1} of {rounds}: {string.Join(", ", builds.Select(static build => Seconds(build.Uses[^1].Time)))} s");
            }

            if (File.ReadAllText(file) != first)
                throw new InvalidOperationException("Two builds of one library wrote different files.");
            if (reading.Told("warning ECRM2002") == 0 || reading.Told("warning ECRM2002") <= blind.Told("warning ECRM2002"))
                throw new InvalidOperationException($"What the library hands on was not found:{Environment.NewLine}{reading.Uses[^1].Output}");
            var report = Report(library, file, builds, rounds);
            Console.WriteLine(report);
            File.WriteAllText(Places.Result("side-cars.md"), report);
            return 0;
        }
        finally
        {
            if (!options.Contains("--keep"))
                Directory.Delete(root, recursive: true);
        }
    }

    /// <summary>A program that has each kind of entity mapped by the library, and hands what comes out to code that must not have it.</summary>
    private static List<string> UserArguments(string root, Sources library, string assembly, int lines)
    {
        var kinds = CrmProgram.Files(lines, true, Mix.Matched).Select(static file => file.Name.Split('.')).Where(static name => name is [_, _, "Mapping", "cs"]).Select(static name => $"{name[0]}.{name[1]}").ToArray();
        var source = Path.Combine(root, "User.cs");
        File.WriteAllText(source, "namespace User;\n[Ethics.Crm.ForPurpose(\"support\")] public static class Desk\n{\n"
            + string.Concat(kinds.Select(static (kind, number) => $"    public static string Take{number}(Crm.{kind} one) => Crm.{kind}Mapper.ToDto(one).Email;\n"))
            + "}\n[Ethics.Crm.ForPurpose(\"marketing\")] public static class Letters\n{\n"
            + string.Concat(kinds.Select(static (kind, number) => $"    public static void Send{number}(Crm.{kind} one) => System.GC.KeepAlive(Desk.Take{number}(one));\n")) + "}\n");
        return [.. library.CompilerArguments.Where(static line => !line.EndsWith(".cs", StringComparison.Ordinal) || line.StartsWith('/')), source, $"/reference:{assembly}"];
    }

    private static string Report(Sources library, string file, Build[] builds, int rounds)
    {
        var size = new FileInfo(file).Length;
        using var packed = new MemoryStream();
        using (var deflate = new DeflateStream(packed, CompressionLevel.Optimal, leaveOpen: true))
            deflate.Write(File.ReadAllBytes(file));
        var per = 10_000d / library.Lines / 1024;
        var (silent, writing, blind, reading) = (builds[0], builds[1], builds[2], builds[3]);
        return $"""
            # Side-cars

            Written by the program, not by hand:

            ```
            dotnet run -c Release --project benchmarks/Ethics.Crm.Analyzers.Benchmarks -- side-cars
            ```

            A generated CRM of {library.Lines.ToString("N0", CultureInfo.InvariantCulture)} lines in which every class is public, so that all of it is written down: the dearest library that there can be. Its user has every kind of entity mapped by it.
            Processor time of the compiler's own process; {rounds} rounds, interleaved, minima compared.

            | | |
            | --- | --- |
            | size for 10,000 lines | {(size * per).ToString("0", CultureInfo.InvariantCulture)} KiB |
            | the same in a package | {(packed.Length * per).ToString("0", CultureInfo.InvariantCulture)} KiB |
            | build of the library that writes / that does not | {(writing.Best / silent.Best).ToString("0.00", CultureInfo.InvariantCulture)} ({Seconds(writing.Best)} s, {Seconds(silent.Best)} s) |
            | build of the user that reads − that does not | {(reading.Best - blind.Best).TotalMilliseconds.ToString("0", CultureInfo.InvariantCulture)} ms ({Seconds(reading.Best)} s, {Seconds(blind.Best)} s) |

            """.ReplaceLineEndings("\n");
    }

    private static string Seconds(TimeSpan time) => time.TotalSeconds.ToString("0.00", CultureInfo.InvariantCulture);

    private static int Option(string[] options, string name, int otherwise)
        => Array.IndexOf(options, name) is >= 0 and var place && place + 1 < options.Length ? int.Parse(options[place + 1], CultureInfo.InvariantCulture) : otherwise;
}
