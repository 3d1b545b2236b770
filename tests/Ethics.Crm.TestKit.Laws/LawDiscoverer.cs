using Xunit.Abstractions;
using Xunit.Sdk;

namespace Ethics.Crm.TestKit;

/// <summary>Found by xunit through <see cref="LawAttribute"/>.</summary>
/// <param name="messages">Where xunit wants diagnostics.</param>
public sealed class LawDiscoverer(IMessageSink messages) : IXunitTestCaseDiscoverer
{
    /// <inheritdoc/>
    public IEnumerable<IXunitTestCase> Discover(ITestFrameworkDiscoveryOptions discoveryOptions, ITestMethod testMethod, IAttributeInfo factAttribute) =>
        [new LawTestCase(messages, discoveryOptions.MethodDisplayOrDefault(), discoveryOptions.MethodDisplayOptionsOrDefault(), testMethod)];
}
