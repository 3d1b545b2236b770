using Castle.DynamicProxy;
using Ethics.Crm;
using Microsoft.Extensions.DependencyInjection;

namespace Ethics.Crm.Benchmarks.Binding;

/// <summary>A call of a service that works for a purpose, and the start of a program in a process that has started it before.</summary>
public sealed class BindingCases : IDisposable
{
    public const int Calls = 2000;

    private readonly ServiceProvider _provider;
    private readonly IDesk _bound;
    private readonly IDesk _handWritten = new HandWrittenDesk(new Desk());
    private readonly IDesk _intercepted;
    private readonly ProgramStart _start = new();

    public BindingCases()
    {
        var services = new ServiceCollection().AddLogging().AddSingleton<IDesk, Desk>();
        services.AddEthicsCrm().AddPurposeBinding();
        _provider = services.BuildServiceProvider();
        _provider.UseEthicsCrm();
        _bound = _provider.GetRequiredService<IDesk>();
        _intercepted = new ProxyGenerator().CreateInterfaceProxyWithTarget<IDesk>(new Desk(), new PurposeInterceptor());
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

    private long StartWithoutBinding() => _start.Run(bind: false);

    private long StartWithBinding() => _start.Run(bind: true);
}
