using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;

namespace Ethics.Crm.SourceGenerators.Tests;

internal sealed record BuildResult(Compilation Output, GeneratorDriverRunResult Run, string Generated)
{
    public IEnumerable<string> HintNames => Run.Results.SelectMany(result => result.GeneratedSources).Select(source => source.HintName);

    public MetadataReference Reference() => MetadataReference.CreateFromImage(Image());

    public byte[] Image()
    {
        using var image = new MemoryStream();
        var result = Output.Emit(image);
        Assert.True(result.Success, string.Join("\n", result.Diagnostics));
        return image.ToArray();
    }

    public Assembly Load(params byte[][] others)
    {
        // The product's assembly is the test's own: gate and scope are then the same on both sides.
        var context = new AssemblyLoadContext(null, isCollectible: true);
        foreach (var other in others)
            context.LoadFromStream(new MemoryStream(other));
        return context.LoadFromStream(new MemoryStream(Image()));
    }

    public string Execute(params byte[][] others)
    {
        var run = Load(others).GetTypes().Single(type => type.Name == "Program").GetMethod("Run", BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)!;
        try
        {
            return (string)run.Invoke(null, null)!;
        }
        catch (TargetInvocationException failure) when (failure.InnerException is { } inner)
        {
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(inner);
            throw;
        }
    }
}
