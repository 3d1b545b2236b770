using FsCheck.Xunit;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace Ethics.Crm.TestKit;

/// <summary>FsCheck's test case; what it says of a failure gets the command that shows it again.</summary>
public sealed class LawTestCase : PropertyTestCase
{
    /// <summary>For xunit, which fills it.</summary>
    [Obsolete("For deserialisation only.")]
    public LawTestCase()
    {
    }

    /// <summary>One law.</summary>
    /// <param name="messages">Where xunit wants diagnostics.</param>
    /// <param name="display">How the name is shown.</param>
    /// <param name="options">The same.</param>
    /// <param name="method">The law.</param>
    public LawTestCase(IMessageSink messages, TestMethodDisplay display, TestMethodDisplayOptions options, ITestMethod method)
        : base(messages, display, options, method, null)
    {
    }

    /// <inheritdoc/>
    public override Task<RunSummary> RunAsync(
        IMessageSink diagnosticMessageSink, IMessageBus messageBus, object[] constructorArguments, ExceptionAggregator aggregator, CancellationTokenSource cancellationTokenSource) =>
        base.RunAsync(diagnosticMessageSink, new Bus(messageBus, Hint), constructorArguments, aggregator, cancellationTokenSource);

    private string Hint =>
        $"To repeat: {LawSettings.Current} dotnet test tests/{TestMethod.TestClass.Class.Assembly.Name.Split(',')[0]} --filter FullyQualifiedName={TestMethod.TestClass.Class.Name}.{TestMethod.Method.Name}";

    // Not disposed with the case: xunit owns the bus.
    private sealed class Bus(IMessageBus inner, string hint) : IMessageBus
    {
        public bool QueueMessage(IMessageSinkMessage message) => inner.QueueMessage(message is ITestFailed failed
            ? new TestFailed(
                failed.Test, failed.ExecutionTime, failed.Output, failed.ExceptionTypes, [hint + Environment.NewLine + failed.Messages[0], .. failed.Messages.Skip(1)], failed.StackTraces, failed.ExceptionParentIndices)
            : message);

        public void Dispose()
        {
        }
    }
}
