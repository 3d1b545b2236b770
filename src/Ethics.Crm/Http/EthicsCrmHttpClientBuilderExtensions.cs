using Ethics.Crm;
using Ethics.Crm.Decisions;
using Ethics.Crm.DependencyInjection;
using Ethics.Crm.Http;
#if !NET
using Microsoft.Extensions.Http;
#endif

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Binds HTTP clients to the recipients of the policy.</summary>
public static class EthicsCrmHttpClientBuilderExtensions
{
    /// <summary>
    /// Makes each request of this client a disclosure to a recipient: refused when the purposes of the running code are not among those that the recipient may have data for, or when the content holds a
    /// category that it may not have; recorded in <see cref="IDisclosures"/> before it leaves otherwise. A recipient that the policy does not know fails the start.
    /// </summary>
    /// <param name="builder">The client, of an application that calls <c>AddEthicsCrm</c>.</param>
    /// <param name="recipient">The recipient's name in the policy: <c>Recipients.Mailchimp</c>.</param>
    /// <param name="configure">Changes what may be sent; null keeps the defaults.</param>
    /// <returns>The client.</returns>
    /// <exception cref="ArgumentException">The name is null or blank.</exception>
    public static IHttpClientBuilder DisclosesTo(this IHttpClientBuilder builder, string recipient, Action<DisclosingClientOptions>? configure = null)
    {
        _ = builder ?? throw new ArgumentNullException(nameof(builder));
        if (string.IsNullOrWhiteSpace(recipient))
            throw new ArgumentException("Name a recipient of the policy, for example Recipients.Mailchimp.", nameof(recipient));
        var options = new DisclosingClientOptions();
        configure?.Invoke(options);
        var client = builder.Name;
        builder.Services.AddSingleton<IPolicyCheck>(services => new RecipientCheck(services.GetRequiredService<CrmHost>(), client, recipient));
#if !NET
        // After everything that the application says of the connection.
        builder.Services.PostConfigure<HttpClientFactoryOptions>(client, static all => all.HttpMessageHandlerBuilderActions.Add(static handlers => handlers.PrimaryHandler = new AsynchronousHandler(handlers.PrimaryHandler)));
#endif
        return builder.AddHttpMessageHandler(services => new DisclosingHandler(services.GetService<OutgoingRequests>() ?? throw NotAdded(client), client, recipient, options));
    }

    private static InvalidOperationException NotAdded(string client) =>
        new($"The HTTP client '{client}' discloses to a recipient of the policy, and the application has none: call services.AddEthicsCrm().");
}
