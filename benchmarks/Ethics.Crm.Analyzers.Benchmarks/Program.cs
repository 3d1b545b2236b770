using Ethics.Crm.Analyzers.Benchmarks.FlowCost;
using Ethics.Crm.Analyzers.Benchmarks.GuardedBuild;

switch (args)
{
    case [WarmCompiler.HostArgument, var arguments]:
        return WarmCompiler.Serve(arguments);
    case ["guarded-build", .. var options]:
        return GuardedBuildCommand.Run(options);
    case ["flow-cost", .. var options]:
        return FlowCostCommand.Run(options);
    default:
        Console.Error.WriteLine("""
            usage: dotnet run -c Release --project benchmarks/Ethics.Crm.Analyzers.Benchmarks -- <command>

              guarded-build [--rounds 9] [--keep]   what 2,000 guarded properties add to a build; writes benchmarks/results/guarded-build.md
              flow-cost [--lines 50000] [--rounds 7] [--direct-only] [--keep]
                                                    what following values adds to the build of a CRM; writes benchmarks/results/flow-cost.md, except with --direct-only
            """);
        return 2;
}
