using Microsoft.Extensions.Logging;

namespace Ethics.Crm.Logging;

/// <summary>The application's factory, with every logger looking first: whichever providers it has, and will have.</summary>
internal sealed class RedactingLoggerFactory(ILoggerFactory inner, bool owns) : ILoggerFactory
{
    public ILogger CreateLogger(string categoryName) => new RedactingLogger(inner.CreateLogger(categoryName));

    public void AddProvider(ILoggerProvider provider) => inner.AddProvider(provider);

    public void Dispose()
    {
        // One that the container made at our request is known to nobody else.
        if (owns)
            inner.Dispose();
    }
}
