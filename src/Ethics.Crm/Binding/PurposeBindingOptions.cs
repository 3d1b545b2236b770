namespace Ethics.Crm;

/// <summary>What <c>AddPurposeBinding</c> leaves alone.</summary>
public sealed class PurposeBindingOptions
{
    internal Dictionary<Type, string> Left { get; } = [];

    /// <summary>A class that declares purposes and opens its scopes itself, or is only ever called by code that does. Whoever forgets is refused: nothing is permitted by it.</summary>
    /// <param name="because">Why, for whoever reads the start-up code; not blank.</param>
    /// <exception cref="ArgumentException">The reason is null or blank.</exception>
    public PurposeBindingOptions LeaveUnbound<T>(string because) => LeaveUnbound(typeof(T), because);

    /// <inheritdoc cref="LeaveUnbound{T}(string)"/>
    /// <param name="type">The class; a generic type definition stands for all made from it.</param>
    public PurposeBindingOptions LeaveUnbound(Type type, string because)
    {
        _ = type ?? throw new ArgumentNullException(nameof(type));
        if (string.IsNullOrWhiteSpace(because))
            throw new ArgumentException($"Say why '{type}' stays unbound.", nameof(because));
        Left[type] = because;
        return this;
    }
}
