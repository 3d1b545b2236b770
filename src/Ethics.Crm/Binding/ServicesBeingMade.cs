namespace Ethics.Crm.Binding;

/// <summary>
/// The bound services that are being made on this thread. A container tells a circle among classes by looking at their constructors, and cannot look through the functions that make decorators: without this it would end the process by its stack.
/// </summary>
internal static class ServicesBeingMade
{
    /// <summary>A service may be made within the making of another of its kind; so often it is none of a tree that somebody builds.</summary>
    private const int Circle = 16;

    [ThreadStatic]
    private static List<Type>? underWay;

    /// <exception cref="InvalidOperationException">The service needs itself.</exception>
    public static object Make(Type service, IServiceProvider provider, Func<IServiceProvider, object> make)
    {
        var services = underWay ??= [];
        if (services.Count >= Circle && services.FindAll(one => one == service).Count >= Circle)
            throw new InvalidOperationException($"Services need each other in a circle: {string.Join(" → ", services.Skip(services.LastIndexOf(service)).Append(service))}. Let one of them ask for the other when it is used.");
        services.Add(service);
        try
        {
            return make(provider);
        }
        finally
        {
            services.RemoveAt(services.Count - 1);
        }
    }
}
