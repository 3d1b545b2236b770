using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace Ethics.Crm.Benchmarks.Binding;

/// <summary>The start of a program with a thousand services of which one in ten declares a purpose: registered, built, checked as a host's start does, and each service made once.</summary>
public sealed class ProgramStart
{
    public const int Services = 1000;

    private static readonly Type[] s_marks =
        [typeof(byte), typeof(short), typeof(int), typeof(long), typeof(float), typeof(double), typeof(decimal), typeof(char), typeof(bool), typeof(string)];

    private readonly (Type Service, Type Implementation)[] _parts;

    public ProgramStart()
    {
        var declaring = typeof(Part00).Assembly.GetTypes().Where(static type => type.Name.StartsWith("Part", StringComparison.Ordinal) && !type.IsGenericType && type.Namespace == typeof(Part00).Namespace);
        _parts = [.. declaring.Select(static type => (typeof(IPart<>).MakeGenericType(type), type))];
        _parts = [.. _parts, .. All().Take(Services - _parts.Length).Select(static type => (typeof(IPart<>).MakeGenericType(type), typeof(Part<>).MakeGenericType(type)))];
        new Random(1).Shuffle(_parts);
    }

    public long Run(bool bind)
    {
        var services = new ServiceCollection().AddLogging();
        foreach (var (service, implementation) in _parts)
            services.AddSingleton(service, implementation);
        var builder = services.AddEthicsCrm();
        if (bind)
            builder.AddPurposeBinding();
        using var provider = services.BuildServiceProvider();
        provider.UseEthicsCrm();
        long count = 0;
        foreach (var (service, _) in _parts)
            count += provider.GetRequiredService(service) is null ? 0 : 1;
        return count;
    }

    private static IEnumerable<Type> All() =>
        from one in s_marks from two in s_marks from three in s_marks select typeof(Of<,,>).MakeGenericType(one, two, three);
}
