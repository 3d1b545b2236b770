using Ethics.Crm.Analyzers.Benchmarks.Density;
using Ethics.Crm.Analyzers.Benchmarks.EditLatency;
using Ethics.Crm.Analyzers.Benchmarks.FlowCost;
using Ethics.Crm.Analyzers.Benchmarks.FlowScale;
using Ethics.Crm.Analyzers.Benchmarks.GuardedBuild;
using Ethics.Crm.Analyzers.Benchmarks.SideCars;

switch (args)
{
    case [WarmCompiler.HostArgument, var arguments]:
        return WarmCompiler.Serve(arguments);
    case ["guarded-build", .. var options]:
        return GuardedBuildCommand.Run(options);
    case ["flow-cost", .. var options]:
        return FlowCostCommand.Run(options);
    case ["flow-scale", .. var options]:
        return FlowScaleCommand.Run(options);
    case ["edit-latency", .. var options]:
        return EditLatencyCommand.Run(options);
    case ["density", .. var options]:
        return DensityCommand.Run(options);
    case ["side-cars", .. var options]:
        return SideCarsCommand.Run(options);
    default:
        Console.Error.WriteLine("""
            usage: dotnet run -c Release --project benchmarks/Ethics.Crm.Analyzers.Benchmarks -- <command>

              guarded-build [--rounds 9] [--keep]   what 2,000 guarded properties add to a build; writes benchmarks/results/guarded-build.md
              flow-cost [--lines 50000] [--rounds 7] [--direct-only] [--matched-only] [--keep]
                                                    what following values adds to the build of a CRM; writes benchmarks/results/flow-cost.md, except with --direct-only
              flow-scale [--without-peers] [--peers-only] [--keep]
                                                    the same as the program grows, in an almost empty one, and beside other tools; writes benchmarks/results/flow-scale.md, except with --peers-only
              edit-latency [--lines 100000] [--edits 100]
                                                    how long an editor waits for our rules after a change in one file; writes benchmarks/results/edit-latency.md
              density [<name>=<folder> …]           how dense the generated program is, and the C# in these folders; writes benchmarks/results/density.md if there are folders
              side-cars [--lines 10000] [--rounds 5] [--keep]
                                                    how large side-cars are, and what writing and reading them adds; writes benchmarks/results/side-cars.md
            """);
        return 2;
}
