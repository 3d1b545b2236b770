using Ethics.Crm.Analyzers.Benchmarks.GuardedBuild;

switch (args)
{
    case [WarmCompiler.HostArgument, var arguments]:
        return WarmCompiler.Serve(arguments);
    case ["guarded-build", .. var options]:
        return GuardedBuildCommand.Run(options);
    default:
        Console.Error.WriteLine("""
            usage: dotnet run -c Release --project benchmarks/Ethics.Crm.Analyzers.Benchmarks -- <command>

              guarded-build [--rounds 9] [--keep]   what 2,000 guarded properties add to a build; writes benchmarks/results/guarded-build.md
            """);
        return 2;
}
