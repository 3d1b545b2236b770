using System.Runtime.CompilerServices;

namespace Ethics.Crm.Abstractions.Tests.Scopes;

/// <summary>Work that starts its own successor runs as long as the program: each captures the scope of the one before, and must not keep all of them alive.</summary>
public sealed class SuccessorTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void SuccessorsOfScopes_DoNotKeepThemAlive(bool overlapping)
    {
        var first = Chain(static () => PurposeScope.Enter("support"), overlapping, out var last);
        GC.Collect();
        Assert.False(first.IsAlive);
        GC.KeepAlive(last);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void SuccessorsOfUncheckedScopes_DoNotKeepThemAlive(bool overlapping)
    {
        var first = Chain(static () => PurposeScope.Unchecked("export"), overlapping, out var last);
        GC.Collect();
        Assert.False(first.IsAlive);
        GC.KeepAlive(last);
    }

    /// <param name="overlapping">Whether each starts before the scope that it was started in is closed.</param>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference Chain(Func<IDisposable> open, bool overlapping, out ExecutionContext last)
    {
        last = ExecutionContext.Capture()!;
        var scope = OpenIn(ref last, open);
        var first = new WeakReference(scope);
        for (var i = 0; i < 3; i++)
        {
            if (!overlapping)
                scope.Dispose();
            var next = OpenIn(ref last, open);
            scope.Dispose();
            scope = next;
        }

        scope.Dispose();
        return first;
    }

    private static IDisposable OpenIn(ref ExecutionContext context, Func<IDisposable> open)
    {
        IDisposable? opened = null;
        ExecutionContext? inside = null;
        ExecutionContext.Run(context, _ => (opened, inside) = (open(), ExecutionContext.Capture()), null);
        context = inside!;
        return opened!;
    }
}
