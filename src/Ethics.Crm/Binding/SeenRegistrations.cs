using Microsoft.Extensions.DependencyInjection;

namespace Ethics.Crm.Binding;

/// <summary>
/// Which registrations have been looked at. They nearly always stand where they stood, and a program has thousands: each is compared with the one that was at its place, and only where something moved are all of them looked up.
/// </summary>
internal sealed class SeenRegistrations
{
    private ServiceDescriptor[] _seen = [];
    private HashSet<ServiceDescriptor>? _all;

    public bool Has(int index, ServiceDescriptor descriptor)
    {
        if (index < _seen.Length && ReferenceEquals(_seen[index], descriptor))
            return true;
        return _seen.Length > 0 && (_all ??= [.. _seen]).Contains(descriptor);
    }

    /// <summary>All that are there now have been looked at.</summary>
    public void Keep(IServiceCollection services)
    {
        _seen = [.. services];
        _all = null;
    }
}
