using System.Runtime.CompilerServices;
using Castle.DynamicProxy;
using Ethics.Crm;

namespace Ethics.Crm.Benchmarks.Binding;

public interface IDesk
{
    int Answer(int ticket);

    Task<int> AnswerAsync(int ticket);
}

/// <summary>What is bound.</summary>
[ForPurpose(Purposes.Support)]
public sealed class Desk : IDesk
{
    private static readonly Task<int> Answered = Task.FromResult(1);

    [MethodImpl(MethodImplOptions.NoInlining)]
    public int Answer(int ticket) => ticket + 1;

    [MethodImpl(MethodImplOptions.NoInlining)]
    public Task<int> AnswerAsync(int ticket) => Answered;
}

/// <summary>The decorator that a person would write.</summary>
public sealed class HandWrittenDesk(IDesk inner) : IDesk
{
    public int Answer(int ticket)
    {
        using (PurposeScope.Enter(Purposes.Support))
            return inner.Answer(ticket);
    }

    public async Task<int> AnswerAsync(int ticket)
    {
        using (PurposeScope.Enter(Purposes.Support))
            return await inner.AnswerAsync(ticket).ConfigureAwait(false);
    }
}

/// <summary>An interceptor that opens the same scope.</summary>
public sealed class PurposeInterceptor : IInterceptor
{
    public void Intercept(IInvocation invocation)
    {
        using (PurposeScope.Enter(Purposes.Support))
            invocation.Proceed();
    }
}

public interface IPart<T>
{
    string Name { get; }
}

/// <summary>One of the services that declare nothing, which most do not.</summary>
public sealed class Part<T> : IPart<T>
{
    public string Name => typeof(T).Name;
}

public sealed record Of<T, U, V>;
