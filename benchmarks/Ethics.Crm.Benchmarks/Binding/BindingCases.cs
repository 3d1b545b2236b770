using Castle.DynamicProxy;
using Ethics.Crm;
using Microsoft.Extensions.DependencyInjection;

namespace Ethics.Crm.Benchmarks.Binding;

/// <summary>A call of a service that works for a purpose, and the start of a program with a thousand services of which one in ten declares one.</summary>
public sealed class BindingCases : IDisposable
{
    public const int Calls = 2000;
    public const int Services = 1000;

    private static readonly Type[] s_marks =
        [typeof(byte), typeof(short), typeof(int), typeof(long), typeof(float), typeof(double), typeof(decimal), typeof(char), typeof(bool), typeof(string)];

    private readonly ServiceProvider _provider;
    private readonly IDesk _bound;
    private readonly IDesk _handWritten = new HandWrittenDesk(new Desk());
    private readonly IDesk _intercepted;
    private readonly (Type Service, Type Implementation)[] _parts;

    public BindingCases()
    {
        var services = new ServiceCollection().AddLogging().AddSingleton<IDesk, Desk>();
        services.AddEthicsCrm().AddPurposeBinding();
        _provider = services.BuildServiceProvider();
        _provider.UseEthicsCrm();
        _bound = _provider.GetRequiredService<IDesk>();
        _intercepted = new ProxyGenerator().CreateInterfaceProxyWithTarget<IDesk>(new Desk(), new PurposeInterceptor());
        var declaring = typeof(Part00).Assembly.GetTypes().Where(static type => type.Name.StartsWith("Part", StringComparison.Ordinal) && !type.IsGenericType && type.Namespace == typeof(Part00).Namespace);
        _parts = [.. declaring.Select(static type => (typeof(IPart<>).MakeGenericType(type), type))];
        _parts = [.. _parts, .. All().Take(Services - _parts.Length).Select(static type => (typeof(IPart<>).MakeGenericType(type), typeof(Part<>).MakeGenericType(type)))];
        new Random(1).Shuffle(_parts);
        if (_bound is Desk)
            throw new InvalidOperationException("The service that is measured as bound is not.");
    }

    public IReadOnlyList<(string Name, Func<long> Run)> OfCalls =>
    [
        (nameof(HandWritten), HandWritten),
        (nameof(Bound), Bound),
        (nameof(Intercepted), Intercepted),
        (nameof(HandWrittenAsync), HandWrittenAsync),
        (nameof(BoundAsync), BoundAsync),
    ];

    public IReadOnlyList<(string Name, Func<long> Run)> OfStarts => [(nameof(StartWithoutBinding), StartWithoutBinding), (nameof(StartWithBinding), StartWithBinding)];

    public void Dispose() => _provider.Dispose();

    private static IEnumerable<Type> All() =>
        from one in s_marks from two in s_marks from three in s_marks select typeof(Of<,,>).MakeGenericType(one, two, three);

    private long HandWritten() => Call(_handWritten);

    private long Bound() => Call(_bound);

    private long Intercepted() => Call(_intercepted);

    private long HandWrittenAsync() => CallAsync(_handWritten);

    private long BoundAsync() => CallAsync(_bound);

    private static long Call(IDesk desk)
    {
        long sum = 0;
        for (var i = 0; i < Calls; i++)
            sum += desk.Answer(i);
        return sum;
    }

    private static long CallAsync(IDesk desk)
    {
        long sum = 0;
        for (var i = 0; i < Calls; i++)
            sum += desk.AnswerAsync(i).GetAwaiter().GetResult();
        return sum;
    }

    private long StartWithoutBinding() => Start(bind: false);

    private long StartWithBinding() => Start(bind: true);

    // Registered, built, checked as a host's start does, and each service made once.
    private long Start(bool bind)
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
}
