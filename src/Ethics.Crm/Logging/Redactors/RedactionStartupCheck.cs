using Ethics.Crm.DependencyInjection;
using Microsoft.Extensions.Compliance.Redaction;
using Microsoft.Extensions.DependencyInjection;

namespace Ethics.Crm.Logging;

/// <summary>Whether the categories' texts are still asked for when everything that registers redactors has run, and the application's redactors beside them.</summary>
internal sealed class RedactionStartupCheck(IServiceCollection services) : IStartupCheck
{
    private readonly List<ServiceDescriptor> _ours = [];
    private bool _hasOthers;

    /// <param name="ours">What a call of <c>AddCategoryRedactors</c> registers.</param>
    /// <param name="before">The provider that it hands on to; null where there was none.</param>
    public void Add(ServiceDescriptor ours, ServiceDescriptor? before)
    {
        // An earlier one of ours is not a provider of the application.
        _hasOthers |= before is not null && !_ours.Contains(before);
        _ours.Add(ours);
    }

    /// <exception cref="InvalidOperationException">Somebody came later.</exception>
    public void Check()
    {
        // Each of ours hands on to what stood there before it, which is no longer ours if somebody came between two calls.
        if (_ours.Any(one => !services.Contains(one)) || services.SkipWhile(one => !ReferenceEquals(one, _ours[0])).Any(one => IsProvider(one) && !_ours.Contains(one)))
            throw new InvalidOperationException("Another IRedactorProvider was registered after AddCategoryRedactors, so classifications would be redacted without the policy. Call AddCategoryRedactors after it.");
        // AddRedaction finds ours there and adds none: what it was told of redactors would be asked by nobody.
        if (!_hasOthers && services.Skip(services.IndexOf(_ours[0])).Any(static one => one.ServiceType == typeof(Redactor)))
            throw new InvalidOperationException("AddRedaction was called after AddCategoryRedactors, so its redactors would not be asked. Call AddCategoryRedactors after AddRedaction.");
    }

    public static bool IsProvider(ServiceDescriptor one) => one.ServiceType == typeof(IRedactorProvider) && !one.IsKeyedService;
}
