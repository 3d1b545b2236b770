using Mono.Cecil;

namespace Ethics.Crm.Weaver;

/// <summary>A woven assembly is another one, so its signature has to be made anew.</summary>
internal static class StrongName
{
    // Of a key pair in the form of the `sn` tool; a public key alone begins otherwise, and cannot sign.
    private const byte PrivateKeyBlob = 0x07;

    /// <returns>Null where nothing is to be signed: no strong name, or one that others complete.</returns>
    public static byte[]? KeyFor(AssemblyDefinition assembly, WeaveRequest request)
    {
        if (!assembly.Name.HasPublicKey || request.IsSignedLater)
            return null;
        if (request.KeyIsElsewhere)
            throw new WeavingException($"{assembly.Name.Name} has a strong name whose key lies in a container of the machine, so it cannot be signed again after weaving; name the key with AssemblyOriginatorKeyFile.");
        if (request.KeyFile is null || !File.Exists(request.KeyFile))
            throw new WeavingException($"{assembly.Name.Name} has a strong name, and this project has no key file to sign it again after weaving; name it with AssemblyOriginatorKeyFile.");

        var key = File.ReadAllBytes(request.KeyFile);
        if (key.Length == 0 || key[0] != PrivateKeyBlob)
            throw new WeavingException($"the key of {assembly.Name.Name} is none that the weaver can sign with: it needs a pair of keys (.snk), without a password.");
        return key;
    }
}
