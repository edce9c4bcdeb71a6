# must-compile: a, P.__fspath__, P.__init__
# Errors of the functions on paths, and what normpath and splitroot make of every kind of path.
import os
import posix


def a(f,*x,**k):
    try: return f(*x,**k)
    except BaseException as e: return type(e).__name__+": "+str(e)
print(a(os.major,-1),a(os.minor,-1),a(os.makedev,-1,-1),a(os.makedev,-1,3),a(os.makedev,3,-1),a(os.major,-2),a(os.major,2**64),a(os.major,2**64-1),a(os.minor,2**64-1),a(os.makedev,2**32,0),a(os.makedev,2**32-1,2**32-1), a(os.major,'x'),a(os.mknod,'/x',0,-2), a(os.makedev,2**70,1))
print(a(os.chown,'/nope',-1,-1),a(os.chown,'/',-2,0),a(os.chown,'/',2**32,0),a(os.chown,'/','a',0),a(os.chown,5.0,1,1),a(os.chown,1,1,1,dir_fd=3),a(os.chown,1,1,1,follow_symlinks=False),a(os.chown,'/',2**32-1,0),a(os.chown,'/',2**90,0))
print(a(os.stat,5.0),a(os.stat,999),a(os.stat,1,dir_fd=3),a(os.stat,1,follow_symlinks=False),a(os.stat,'a\0b'),a(os.stat,2**40),a(os.stat,-2**40),a(os.stat,'x',dir_fd='x'), a(os.stat,-1),a(os.lstat,1),a(os.listdir,5.0),a(os.listdir,'a\0'),a(os.listdir,999),a(os.scandir,5.0), a(os.scandir,999),a(os.stat,None))
print(a(os.statvfs,5.0),a(os.fstatvfs,'x'),a(os.fstatvfs,999),a(os.statvfs,'/nope'),a(os.fstat,999),a(os.fstat,'x'))
print(a(os.access,1,0),a(os.access,'a\0',0),a(os.chmod,1.0,0),a(os.chmod,999,0),a(os.utime,'/nope',(float('nan'),1)),a(os.utime,'/nope',(1e300,1)),a(os.utime,'/nope',('a',1)),a(os.utime,'/nope',[1,2]),a(os.utime,'/nope',ns=(1.5,2)),a(os.utime,'/nope',ns=(2**80,2)), a(os.utime,'/nope',ns=1), a(os.utime,1,dir_fd=4), a(os.utime,1,follow_symlinks=False))
print(a(os.rename,5,6),a(os.rename,'a\0','b'),a(os.rename,'/nope','/n2'),a(os.link,1,2),a(os.symlink,1,2),a(os.symlink,'a','/nope/x'),a(os.readlink,5), a(os.replace,'a',5))
print(a(os.fchdir,'x'),a(os.fchdir,-1),a(os.fchdir,999),a(os.chdir,5.0),a(os.chdir,999),a(os.chroot,5))
print(a(posix._path_normpath,5),a(posix._path_splitroot_ex,5),a(posix._path_normpath,'a\0//b/../c'),a(posix._path_splitroot_ex,'//\0a'),a(posix._path_splitroot_ex,b'///a'),a(posix._path_normpath,b'//a/./b/'),a(posix._path_normpath,''),a(posix._path_normpath,b''),a(posix._path_normpath,'\ud800/..'),a(posix._path_splitroot_ex,path='x'),a(posix._path_normpath,b'\xff/../\xfe'))
import pathlib
class P:
    def __init__(s,p): s.p=p
    def __fspath__(s): return s.p
print(a(posix._path_normpath,P(b'a//b')),a(posix._path_splitroot_ex,P(b'/a')),a(posix._path_normpath,P('a//b')),a(posix._path_normpath,P(5)), a(os.stat,P(5)), a(os.stat,P('/nope')))
class S(str): pass
class B(bytes): pass
r=posix._path_normpath(S('a')); print(type(r)); print([type(x) for x in posix._path_splitroot_ex(S('/a'))],[type(x) for x in posix._path_splitroot_ex(B(b'/a'))])
for p in ['','.','/','//','///','//a','///a','a/..','../a','../../a','/..','/../a','//..','//../a','a/b/../../..','a/b/../../../c','./a','a/.','a/./b','a//','a///b','/./a','/.','//.','...','.../..','a/...','..','../','../.','./..','a/../..','.a','a/.b/..c/..','/a/../..//b/./c/','\U0001f600/../x/\U0001f600','é//b']:
    print(repr(p),repr(posix._path_normpath(p)),posix._path_splitroot_ex(p), posix._path_normpath(os.fsencode(p)))
